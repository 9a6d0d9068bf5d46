import { ViewLinkPage, viewLinkMetadata } from '../../_view/ViewLinkPage';

type Props = { params: Promise<{ token: string }> };

export const generateMetadata = async ({ params }: Props) => viewLinkMetadata({ token: (await params).token, embedded: false });

/** A map to look at, for whoever has the link. */
export default async function ViewPage({ params }: Props) {
  return <ViewLinkPage token={(await params).token} embedded={false} />;
}
