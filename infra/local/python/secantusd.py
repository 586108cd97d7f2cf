# The MongoDB-compatible server, with one setting its command line does not offer: a transaction whose client was killed is
# ended after 10 s instead of 60 s, as docs/guide/operating.md asks of MongoDB (transactionLifetimeLimitSeconds).
import sys

from secantus import cli, server

server.SecantusDBServer.__init__.__kwdefaults__["transaction_lifetime_seconds"] = 10.0
sys.exit(cli.main())
