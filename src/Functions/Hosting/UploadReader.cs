using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// Reads uploads (multipart/form-data): streamed to a temporary file while it is measured and hashed, never held in memory.
/// A program sends one file a request, a page's form several. The name that the client gave is not looked at.
/// </summary>
public static class UploadReader
{
    /// <summary>
    /// Largest request that says its length, bytes (28 MB; design: Records). One that does not is read up to <see cref="BodyLimit.Largest"/>.
    /// </summary>
    public const long RequestLimit = 28 * 1000 * 1000;
    private const int FieldLimit = 200;
    private const int MostSections = 10;

    /// <exception cref="BadFormException">415, 413 or 400: not multipart, too large, no file, more than one.</exception>
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public static async Task<UploadedFile> ReadAsync(HttpRequest request)
    {
        string boundary = Prepare(request);
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        MultipartReader reader = new(boundary, request.Body);
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        ReceivedFile? received = null;
        int sections = 0;
        try
        {
            while (await RequestBody.ReadAsync(() => reader.ReadNextSectionAsync(cancellation)) is { } section)
            {
                if (++sections > MostSections) throw new BadFormException("bad-request", 400);
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition)) continue;
                if (disposition.IsFileDisposition())
                {
                    if (received is not null) throw new BadFormException("one-file", 400);
                    received = await RequestBody.ReadAsync(() => ReceivedFile.ReadAsync(section.Body, cancellation));
                }
                else
                {
                    fields[HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""] = await RequestBody.ReadAsync(() => FieldAsync(section.Body, cancellation));
                }
            }

            if (received is null) throw new BadFormException("no-file", 400);
            return Check(fields, received);
        }
        catch
        {
            if (received is not null) await received.Content.DisposeAsync();
            throw;
        }
    }

    /// <summary>A single file without a description: the scan of a signed paper.</summary>
    /// <exception cref="BadFormException">As <see cref="ReadAsync(HttpRequest)"/>.</exception>
    /// <exception cref="InvalidInputException">On field <c>file</c>: none, more than one, or an empty one.</exception>
    public static async Task<UploadedFile> ReadScanAsync(HttpRequest request) =>
        await ReadScanAsync(await FormAsync(request), new UploadDescription(EvidenceKind.SignedSheet, null, null), request.HttpContext.RequestAborted);

    /// <summary>The single file of a form that was read.</summary>
    /// <exception cref="BadFormException">413 or 415: too large, or not what is taken.</exception>
    /// <exception cref="InvalidInputException">On field <c>file</c>: none, more than one, or an empty one.</exception>
    public static Task<UploadedFile> ReadScanAsync(IFormCollection form, UploadDescription described, CancellationToken cancellation) =>
        form.Files.Where(f => f.FileName.Length > 0).ToArray() switch
        {
            [var file] => ReadAsync(file, described, cancellation),
            [] => throw new InvalidInputException("file", "no-file-chosen"),
            _ => throw new InvalidInputException("file", "too-many-files", ("most", 1)),
        };

    /// <summary>The form of a page with its files, which the framework keeps on disk; it may have been read before, for its token.</summary>
    /// <exception cref="BadFormException">415 or 413: not multipart, too large.</exception>
    public static Task<IFormCollection> FormAsync(HttpRequest request)
    {
        Prepare(request);
        return PostedForm.ReadAsync(request, PostedForm.InParts);
    }

    /// <summary>One file of a page's form.</summary>
    /// <exception cref="BadFormException">413 or 415: too large, or not what is taken.</exception>
    /// <exception cref="InvalidInputException">It is empty.</exception>
    public static async Task<UploadedFile> ReadAsync(IFormFile file, UploadDescription described, CancellationToken cancellation)
    {
        await using Stream body = file.OpenReadStream();
        ReceivedFile received = await ReceivedFile.ReadAsync(body, cancellation);
        try
        {
            return Recognise(received, described, new Checks());
        }
        catch
        {
            await received.Content.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public static UploadDescription Describe(IReadOnlyDictionary<string, string> fields)
    {
        Checks checks = new();
        return Describe(fields, checks) is { } described && checks.Errors.Count == 0 ? described : throw new InvalidInputException(checks.Errors);
    }

    private static string Prepare(HttpRequest request)
    {
        if (request.ContentLength > RequestLimit) throw BadFormException.TooLarge(FileContent.MaxBytes);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals(PostedForm.InParts, StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
            throw BadFormException.WrongType(PostedForm.InParts);
        return boundary;
    }

    private static UploadedFile Check(Dictionary<string, string> fields, ReceivedFile received)
    {
        Checks checks = new();
        return Recognise(received, Describe(fields, checks), checks);
    }

    // Without a description the form did not say a kind that there is; that is among what is wrong already.
    private static UploadedFile Recognise(ReceivedFile received, UploadDescription? described, Checks checks)
    {
        checks.Require(received.Bytes > 0, "file", "empty-file");
        if (received.Bytes > 0 && (received.Type is not { } type || described is not null && !FileContent.Suits(type, described.Kind)))
            throw new BadFormException(NotTaken(received.Convertible), 415, ("wanted", described?.Kind == EvidenceKind.Photo ? "JPEG, PNG" : "PDF, JPEG, PNG"));
        if (described is null || received.Type is not { } recognised || checks.Errors.Count > 0) throw new InvalidInputException(checks.Errors);
        return new UploadedFile(
            described.Kind, recognised, received.Sha256, received.Bytes, described.Session, described.Signatures, received.Content)
        {
            SentSha256 = received.SentSha256,
        };
    }

    private static string NotTaken(ConvertibleType? type) => type switch
    {
        ConvertibleType.Heic => "file-heic",
        ConvertibleType.WebP => "file-webp",
        ConvertibleType.Tiff => "file-tiff",
        ConvertibleType.EncryptedPdf => "file-encrypted",
        _ => "file-type",
    };

    private static UploadDescription? Describe(IReadOnlyDictionary<string, string> fields, Checks checks)
    {
        bool known = Enum.TryParse(fields.GetValueOrDefault("kind"), ignoreCase: true, out EvidenceKind kind) && Enum.IsDefined(kind);
        checks.Require(known, "kind", "evidence-kind");
        int? session = Number("session", 1, 20);
        int? signatures = Number("signatures", 0, 1_000);
        checks.Require(signatures is null || session is not null, "session", "required");
        foreach (string field in fields.Keys.Except(["kind", "session", "signatures"])) checks.Fail(field, "unknown-field");
        return known ? new UploadDescription(kind, session, signatures) : null;

        int? Number(string field, int from, int to)
        {
            if (fields.GetValueOrDefault(field) is not { Length: > 0 } text) return null;
            bool reads = int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out int number) && number >= from && number <= to;
            checks.Require(reads, field, "range", ("from", from), ("to", to));
            return number;
        }
    }

    private static async Task<string> FieldAsync(Stream body, CancellationToken cancellation)
    {
        byte[] value = new byte[FieldLimit + 1];
        int length = await body.ReadAtLeastAsync(value, value.Length, throwOnEndOfStream: false, cancellation);
        return length <= FieldLimit ? Encoding.UTF8.GetString(value, 0, length).Trim() : throw BadFormException.TooLarge(FieldLimit);
    }
}
