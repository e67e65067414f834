import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { toast } from '@/ui/toast'

/** The secret to take away, and how it is sent. */
export function NewTokenSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useTranslation('accounts')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    // Without HTTPS a browser has no clipboard for pages at all.
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
    } catch {
      toast({ text: t('token_not_copied'), tone: 'grave' })
    }
  }
  return (
    <div className="grid gap-4">
      <p
        className="rounded-panel border border-line-2 bg-sunk p-3 font-mono text-13 break-all"
        data-testid="secret"
      >
        {secret}
      </p>
      <p className="text-13 text-ink-2">{t('token_use')}</p>
      <pre className="overflow-x-auto rounded-panel bg-sunk p-3 text-12">
        {`curl -X POST ${location.origin}/api/sessions \\
  -H "Authorization: Bearer ${secret.slice(0, 9)}…" \\
  -H "Content-Type: application/json" \\
  -d '{"candidateName": "John Doe"}'`}
      </pre>
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          icon={copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
          onClick={() => void copy()}
        >
          <span aria-live="polite">{copied ? t('token_copied') : t('token_copy')}</span>
        </Button>
        <Button tone="main" onClick={onDone}>
          {t('token_done')}
        </Button>
      </div>
    </div>
  )
}
