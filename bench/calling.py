"""A small HTTP/1.1 client for asyncio that hides nothing: an answer cut short or a reset connection is an error."""

import asyncio


class Connection:
    """A keep-alive connection, opened when it is first needed and again after the server has closed it."""

    def __init__(self, host, port):
        self.host, self.port = host, port
        self.reader = self.writer = None

    async def ask(self, request, seconds=10):
        """The status of the answer, and its body. Raises OSError, EOFError or TimeoutError where there is none."""
        try:
            return await asyncio.wait_for(self._ask(request), seconds)
        except BaseException:
            self.drop()
            raise

    async def _ask(self, request):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        self.writer.write(request)
        await self.writer.drain()
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        status = int(head.split(" ", 2)[1])
        headers = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if line)
        if headers.get("transfer-encoding") == "chunked":
            body = b"".join([part async for part in self._chunks()])
        else:
            body = await self.reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection") == "close":
            self.drop()
        return status, body

    async def _chunks(self):
        size = None
        while size != 0:
            size = int(await self.reader.readline(), 16)
            yield await self.reader.readexactly(size)
            await self.reader.readexactly(2)

    def drop(self):
        """Closes it."""
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None
