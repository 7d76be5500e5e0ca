using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// Reads posted forms, of pages and of programs: what a form must be, its key, its file. How many bytes are read at all is the function's
/// (<see cref="TakesAttribute"/>).
/// </summary>
public static class PostedForm
{
    /// <summary>The media type of a form without files.</summary>
    public const string Plain = "application/x-www-form-urlencoded";

    /// <summary>The media type of a form with files.</summary>
    public const string InParts = "multipart/form-data";

    /// <summary>The field of a page's form that holds its idempotency key.</summary>
    public const string KeyField = "_key";

    /// <param name="wanted">Named where it is no form at all.</param>
    /// <exception cref="BadFormException">415: no form.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, string wanted = Plain)
    {
        if (!request.HasFormContentType) throw BadFormException.WrongType(wanted);
        return await request.ReadFormAsync(request.HttpContext.RequestAborted);
    }

    /// <summary>The form of a body that was read already.</summary>
    public static IFormCollection Parse(ReadOnlySpan<byte> body) => new FormCollection(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)));

    /// <summary>The key that the form came with; null: none that could be one.</summary>
    public static string? GivenKey(IFormCollection form) => form[KeyField] is [{ Length: > 0 and <= 64 } given] ? given : null;

    /// <summary>The key that the form came with, or a new one.</summary>
    public static string KeyOf(IFormCollection form) => GivenKey(form) ?? NewKey();

    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>The file of a form that has one.</summary>
    /// <exception cref="BadFormException">415, 413: no form, too large.</exception>
    /// <exception cref="InvalidInputException">On field <c>file</c>: none was chosen.</exception>
    public static async Task<IFormFile> FileAsync(HttpRequest request, int limit)
    {
        IFormCollection form = await ReadAsync(request, InParts);
        if (form.Files is not [{ Length: > 0 } file, ..]) throw new InvalidInputException("file", "required");
        return file.Length <= limit ? file : throw BadFormException.TooLarge(limit);
    }

    /// <summary>The bytes of a file that is not large.</summary>
    public static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellation)
    {
        using MemoryStream content = new((int)file.Length);
        await file.CopyToAsync(content, cancellation);
        return content.ToArray();
    }
}
