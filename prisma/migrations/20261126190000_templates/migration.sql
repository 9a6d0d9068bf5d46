-- What a map held when somebody saved it as a template of its workspace.
CREATE TABLE "map_template" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "outline" JSONB NOT NULL,
    "content" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "map_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "map_template_workspace_id_idx" ON "map_template"("workspace_id");

-- AddForeignKey
ALTER TABLE "map_template" ADD CONSTRAINT "map_template_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
