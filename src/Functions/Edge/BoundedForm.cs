using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NtmServerless.Functions.Edge;

/// <summary>
/// Reads the form of a request within what its function takes, whoever asks for it first: the act, the page, the check of the token.
/// </summary>
public sealed class BoundedForm : IFormFeature
{
    // A class of 600 people has a few fields for each on its attendance page.
    private const int MostValues = 4_000;
    private const int MostBesideFiles = 64;
    private const int LongestBesideFiles = 16 * 1024;

    private readonly FormFeature _form;

    private BoundedForm(HttpRequest request, FormOptions options) => _form = new FormFeature(request, options);

    public bool HasFormContentType => _form.HasFormContentType;

    public IFormCollection? Form
    {
        get => _form.Form;
        set => _form.Form = value;
    }

    /// <param name="takes">What the function says of itself; null where it takes a form like most.</param>
    public static void Set(HttpRequest request, TakesAttribute? takes)
    {
        BodyLimit.Set(request, takes?.Bytes ?? AskReader.FormLimit);
        request.HttpContext.Features.Set<IFormFeature>(new BoundedForm(request, takes is TakesFilesAttribute ? WithFiles() : WithoutFiles(takes)));
    }

    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _form.ReadFormAsync(cancellationToken);
        }
        catch (NotSupportedException)
        {
            // The body, or a part of it, is said to be in letters that nobody reads any more (UTF-7).
            throw new BadFormException("unsupported-charset", StatusCodes.Status415UnsupportedMediaType);
        }
    }

    // A thread would wait for the client.
    public IFormCollection ReadForm() => _form.Form ?? throw new NotSupportedException("A form is read asynchronously.");

    private static FormOptions WithFiles() => new()
    {
        ValueCountLimit = MostBesideFiles, ValueLengthLimit = LongestBesideFiles, MultipartBodyLengthLimit = BodyLimit.Largest,
    };

    // Such a form may come in parts, and a part may call itself a file: each would get this many bytes of memory for a start.
    private static FormOptions WithoutFiles(TakesAttribute? takes) => new()
    {
        ValueCountLimit = MostValues, ValueLengthLimit = takes?.Bytes ?? AskReader.FormLimit, MemoryBufferThreshold = 1024,
    };
}
