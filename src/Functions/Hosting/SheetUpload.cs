using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Hosting;

/// <summary>Reads a spreadsheet out of a posted form. Its name and declared type are not looked at: whoever reads it finds out what it is.</summary>
public static class SheetUpload
{
    /// <summary>Largest file, bytes.</summary>
    public const int Limit = 2 * 1024 * 1024;

    // Field names, token and boundaries around the file.
    private const int Around = 32 * 1024;

    /// <exception cref="BadFormException">415, 413: not a form with files, too large.</exception>
    /// <exception cref="InvalidInputException">On field <c>file</c>: none was chosen.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType && request.ContentLength > Limit + Around) throw BadFormException.TooLarge(Limit);
        BodyLimit.Set(request, Limit + Around);
        return await PostedForm.BytesAsync(await PostedForm.FileAsync(request, Limit), request.HttpContext.RequestAborted);
    }
}
