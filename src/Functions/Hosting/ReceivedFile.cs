using System.Security.Cryptography;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// A file as it is kept, on disk until it is stored: measured, hashed, recognised by its content. Of a picture, what does not show it is
/// left out at once: nothing behind this door ever sees where and when it was taken.
/// </summary>
/// <param name="Type">Null when it is none of the types taken, or is not whole.</param>
/// <param name="SentSha256">Hash of what was sent, where that is a picture.</param>
internal sealed record ReceivedFile(FileStream Content, long Bytes, string Sha256, FileType? Type, string? SentSha256)
{
    private const int Chunk = 64 * 1024;

    /// <summary>What it is instead, where its sender can do something about it.</summary>
    public ConvertibleType? Convertible { get; private init; }

    /// <exception cref="BadFormException">413: too large.</exception>
    public static async Task<ReceivedFile> ReadAsync(Stream body, CancellationToken cancellation)
    {
        FileStream file = OnDisk();
        try
        {
            string sha256 = await CopyAsync(body, file, cancellation);
            byte[] head = await PartAsync(file, 0, cancellation);
            byte[] tail = await PartAsync(file, Math.Max(0, PdfParts.EndOf(Read, file.Length) - FileContent.Sample), cancellation);
            FileType? type = FileContent.Recognise(head, tail);
            ReceivedFile sent = new(file, file.Length, sha256, type, null) { Convertible = FileContent.Convertible(head) };
            if (type == FileType.Pdf && PdfParts.IsEncrypted(Read)) return sent with { Type = null, Convertible = ConvertibleType.EncryptedPdf };
            return type is FileType.Jpeg or FileType.Png ? await PictureAsync(sent, cancellation) : sent.FromItsBeginning();
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        int Read(long offset, Span<byte> into) => RandomAccess.Read(file.SafeFileHandle, into, offset);
    }

    private static async Task<ReceivedFile> PictureAsync(ReceivedFile sent, CancellationToken cancellation)
    {
        if (Picture.Read(sent.Type!.Value, (offset, into) => RandomAccess.Read(sent.Content.SafeFileHandle, into, offset)) is not { } picture)
            return sent with { Type = null };
        if (picture.Pieces is [{ Instead: null } whole] && whole.Length == sent.Bytes) return sent.FromItsBeginning() with { SentSha256 = sent.Sha256 };
        FileStream kept = OnDisk();
        try
        {
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            byte[] buffer = new byte[Chunk];
            foreach (PicturePiece piece in picture.Pieces)
            {
                if (piece.Instead is { } instead) await WriteAsync(instead);
                else
                    for (long at = piece.From, end = piece.From + piece.Length; at < end;)
                    {
                        int read = await RandomAccess.ReadAsync(sent.Content.SafeFileHandle, buffer.AsMemory(0, (int)Math.Min(Chunk, end - at)), at, cancellation);
                        if (read == 0) throw new EndOfStreamException("The picture is shorter than its parts.");
                        await WriteAsync(buffer.AsMemory(0, read));
                        at += read;
                    }
            }

            await sent.Content.DisposeAsync();
            return new ReceivedFile(kept, kept.Length, Convert.ToHexStringLower(hash.GetHashAndReset()), sent.Type, sent.Sha256).FromItsBeginning();

            async Task WriteAsync(ReadOnlyMemory<byte> bytes)
            {
                hash.AppendData(bytes.Span);
                await kept.WriteAsync(bytes, cancellation);
            }
        }
        catch
        {
            await kept.DisposeAsync();
            throw;
        }
    }

    private ReceivedFile FromItsBeginning()
    {
        Content.Position = 0;
        return this;
    }

    private static FileStream OnDisk() => new(Path.Combine(TemporaryFolder.Path, $"ntm-{Guid.NewGuid():N}"), new FileStreamOptions
    {
        Access = FileAccess.ReadWrite,
        Mode = FileMode.CreateNew,
        Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
    });

    private static async Task<string> CopyAsync(Stream body, FileStream file, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[Chunk];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (file.Length + read > FileContent.MaxBytes) throw BadFormException.TooLarge(FileContent.MaxBytes);
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        await file.FlushAsync(cancellation);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<byte[]> PartAsync(FileStream file, long from, CancellationToken cancellation)
    {
        byte[] part = new byte[Math.Min(FileContent.Sample, file.Length - from)];
        file.Position = from;
        await file.ReadExactlyAsync(part, cancellation);
        return part;
    }
}
