'use client';

import { useEffect, useState } from 'react';
import { toQrPath } from './qrPath';

/** An address as a QR code: always dark on white, whatever the scheme, because cameras read that best. `label` is what it is for. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const [code, setCode] = useState<{ path: string; size: number } | null>(null);
  useEffect(() => {
    let current = true;
    void import('qrcode').then(({ create }) => {
      if (current) setCode(toQrPath(create(text, { errorCorrectionLevel: 'M' }).modules));
    });
    return () => {
      current = false;
    };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${code?.size ?? 1} ${code?.size ?? 1}`}
      shapeRendering="crispEdges"
      className={className}
      style={{ background: '#ffffff', aspectRatio: '1' }}
    >
      {code ? <path d={code.path} fill="#000000" /> : null}
    </svg>
  );
}
