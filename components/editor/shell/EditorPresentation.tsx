'use client';

import { useEffect, useState } from 'react';
import { createPictureStore } from '@/components/picture/pictureStore';
import { usePicture } from '@/components/picture/usePicture';
import { Presentation } from '@/components/present/Presentation';
import { fileAddress } from '../files/fileAddress';
import { useArrangedMap, useEditor } from '../session/EditorContext';

/** The open map as a presentation; what others write meanwhile shows in it. */
export function EditorPresentation({ onClose }: { onClose: () => void }) {
  const { mapId } = useEditor().session;
  const picture = usePicture(useArrangedMap());
  const [pictures] = useState(() =>
    createPictureStore(async (fileId) => {
      const response = await fetch(fileAddress(mapId, fileId, 'small'));
      return response.ok ? response.blob() : null;
    }),
  );
  useEffect(() => {
    pictures.want(picture.index.layout.cards.flatMap((card) => card.pictures.map(({ fileId }) => fileId)));
  }, [pictures, picture]);
  return <Presentation picture={picture} pictures={pictures} onClose={onClose} />;
}
