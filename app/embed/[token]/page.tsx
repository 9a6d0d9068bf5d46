import { ViewLinkPage, viewLinkMetadata } from '../../_view/ViewLinkPage';

type Props = { params: Promise<{ token: string }> };

export const generateMetadata = async ({ params }: Props) => viewLinkMetadata({ token: (await params).token, embedded: true });

/** A map in a frame of another site. */
export default async function EmbedPage({ params }: Props) {
  return <ViewLinkPage token={(await params).token} embedded />;
}
