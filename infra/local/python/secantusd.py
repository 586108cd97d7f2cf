# The MongoDB-compatible server, with what its command line does not offer:
# - A transaction whose client was killed is ended after 10 s instead of 60 s, as docs/guide/operating.md asks of MongoDB
#   (transactionLifetimeLimitSeconds).
# - It looks for such transactions, and for answers kept too long, once a second. Of itself it looks before every statement and
#   waits there for the statement of every other transaction, so that only one of all transactions is ever at work.
import sys
import time

from secantus import cli, server, transactions

server.SecantusDBServer.__init__.__kwdefaults__["transaction_lifetime_seconds"] = 10.0


def seldom(prune):
    def once_a_second(registry):
        looked = registry.__dict__.setdefault("looked", {})
        now = time.monotonic()
        if now - looked.get(prune, 0.0) < 1.0:
            return 0
        looked[prune] = now
        return prune(registry)

    return once_a_second


registry = transactions.TransactionRegistry
registry._prune_locked = seldom(registry._prune_locked)
registry._prune_retryable_locked = seldom(registry._prune_retryable_locked)
sys.exit(cli.main())
