namespace NtmServerless.Functions.Tests.BadInput;

/// <summary>A body whose length is not told beforehand.</summary>
internal sealed class ChunkedContent(byte[] body) : ByteArrayContent(body)
{
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
