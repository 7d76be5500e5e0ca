using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Hosting;

/// <summary>Reads a spreadsheet out of a posted form. Its name and declared type are not looked at, only its first bytes.</summary>
public static class SheetUpload
{
    /// <summary>Largest file, bytes.</summary>
    public const int Limit = 2 * 1024 * 1024;

    // Field names, token and boundaries around the file.
    private const int Around = 32 * 1024;

    /// <exception cref="BadFormException">415, 413: not a form with files, too large.</exception>
    /// <exception cref="InvalidInputException">On field <c>file</c>: none was chosen, or it is no XLSX file.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType && request.ContentLength > Limit + Around) throw BadFormException.TooLarge(Limit);
        BodyLimit.Set(request, Limit + Around);
        byte[] bytes = await PostedForm.BytesAsync(await PostedForm.FileAsync(request, Limit), request.HttpContext.RequestAborted);
        // An XLSX file is a ZIP archive, and begins with the head of its first entry.
        return bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? bytes : throw new InvalidInputException("file", "xlsx-unreadable");
    }
}
