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
        if (!request.HasFormContentType) throw BadFormException.WrongType("multipart/form-data");
        if (request.ContentLength > Limit + Around) throw BadFormException.TooLarge(Limit);
        BodyLimit.Set(request, Limit + Around);
        IFormCollection form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form.Files.GetFile("file") is not { Length: > 0 } file) throw new InvalidInputException("file", "required");
        if (file.Length > Limit) throw BadFormException.TooLarge(Limit);
        using MemoryStream content = new((int)file.Length);
        await file.CopyToAsync(content, request.HttpContext.RequestAborted);
        byte[] bytes = content.ToArray();
        // An XLSX file is a ZIP archive, and begins with the head of its first entry.
        return bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? bytes : throw new InvalidInputException("file", "xlsx-unreadable");
    }
}
