using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// Reads the form of a request within what its function takes, whoever asks for it first: the act, the page, the check of the token.
/// </summary>
public sealed class BoundedForm : IFormFeature
{
    // A class of 600 people has a few fields for each on its attendance page.
    private const int MostValues = 4_000;
    private const int MostBesideFiles = 64;
    private const int LongestBesideFiles = 16 * 1024;

    private readonly HttpRequest _request;
    private readonly bool _inParts;
    private readonly FormFeature _form;

    private BoundedForm(HttpRequest request, TakesAttribute? takes)
    {
        (_request, _inParts) = (request, takes is not null);
        _form = new FormFeature(request, new FormOptions
        {
            // Of a form in parts each part costs some KB, however little it holds.
            ValueCountLimit = _inParts ? MostBesideFiles : MostValues,
            ValueLengthLimit = takes is TakesFilesAttribute ? LongestBesideFiles : takes?.Bytes ?? AskReader.FormLimit,
            MultipartBodyLengthLimit = BodyLimit.Largest,
        });
    }

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
        request.HttpContext.Features.Set<IFormFeature>(new BoundedForm(request, takes));
    }

    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
    {
        if (!_inParts && _request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
            throw BadFormException.WrongType("application/x-www-form-urlencoded");
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
}
