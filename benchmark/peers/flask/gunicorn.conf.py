import os

bind = "127.0.0.1:" + os.environ["PORT"]
worker_class = "gevent"
workers = 2
keepalive = 75
worker_connections = 1000
accesslog = None
