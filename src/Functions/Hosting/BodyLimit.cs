using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// How much of a body is read, whoever reads it. The server lets more through than that: it reads what was refused to its end, and the
/// client gets the refusal. A server that refuses by itself breaks the connection, and the official host makes an empty 500 of it.
/// </summary>
public static class BodyLimit
{
    /// <summary>Bytes that the server lets through: as many as the official host does.</summary>
    public const long OfTheServer = 104_857_600;

    /// <summary>Bytes of a connection that the server takes in before anybody reads them.</summary>
    public const long BeforeReading = 128 * 1024;

    /// <summary>Bytes of the largest body that anything here reads.</summary>
    public const int Largest = 30_000_000;

    /// <summary>From here on, reading more than this many bytes of the body is <see cref="BadFormException.TooLarge"/>.</summary>
    public static void Set(HttpRequest request, long limit = Largest)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return;
        request.Body = new Bounded(request.Body, limit, tooLong: request.ContentLength > limit);
    }

    private sealed class Bounded(Stream body, long limit, bool tooLong) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (tooLong) throw BadFormException.TooLarge(limit);
            int read = await ReadOnAsync(buffer, cancellationToken);
            return (_read += read) <= limit ? read : throw BadFormException.TooLarge(limit);
        }

        // Of a chunk whose size is beyond all numbers the server says no more than of a line that broke.
        private async ValueTask<int> ReadOnAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            try
            {
                return await body.ReadAsync(buffer, cancellationToken);
            }
            catch (IOException e) when (e is not BadHttpRequestException)
            {
                throw new BadFormException("bad-request", StatusCodes.Status400BadRequest);
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        // The server refuses it too: a thread would wait for the client.
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A body is read asynchronously.");

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
