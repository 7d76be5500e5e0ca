using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace NtmServerless.Functions.Hosting;

/// <summary>Reads a changing request: JSON or a plain form post, bounded in size, with its idempotency key.</summary>
public sealed class AskReader(ILogger<LifecycleWaker> log)
{
    /// <summary>The header that makes a repeat the same as once.</summary>
    public const string IdempotencyHeader = "Idempotency-Key";

    /// <summary>Largest form, bytes.</summary>
    public const int FormLimit = 256 * 1024;

    public async Task<Ask<T>> ReadAsync<T>(HttpRequest request, DurableTaskClient client, int limit = FormLimit)
    {
        byte[] body = await BodyAsync(request, limit);
        return Make(request, client, Parse<T>(request, body), body);
    }

    /// <summary>A request that carries no form; a body is ignored.</summary>
    public Ask<NoForm> Read(HttpRequest request, DurableTaskClient client) => Make(request, client, new NoForm(), []);

    /// <param name="formKey">Idempotency key of a page's form; the API's comes in a header.</param>
    public Ask<T> Make<T>(HttpRequest request, DurableTaskClient client, T form, ReadOnlySpan<byte> content, string? formKey = null)
    {
        Caller? caller = request.HttpContext.Features.Get<Caller>();
        // A key belongs to who uses it: two clerks may both count from 1.
        string owner = caller is null ? "public" : $"{caller.UnitId}/{caller.Name}";
        string? given = formKey ?? request.Headers[IdempotencyHeader];
        if (given is { Length: > 200 }) throw new BadFormException("idempotency-key-bad", 400);
        string key = string.IsNullOrEmpty(given) ? Submission.OwnKey() : $"{owner}/{request.Method}/{request.Path}/{given}";
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        hash.AppendData(content);
        Submission submission = new(key, Convert.ToHexStringLower(hash.GetHashAndReset()), caller is null ? Actor.Public : Actor.Of(caller));
        return new Ask<T>(form, submission, caller, new LifecycleWaker(client, log), request.HttpContext.RequestAborted);
    }

    /// <summary>The whole body, or 413 as soon as it is larger than allowed.</summary>
    public static async Task<byte[]> BodyAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit) throw BadFormException.TooLarge(limit);
        using MemoryStream body = new();
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > limit) throw BadFormException.TooLarge(limit);
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static T Parse<T>(HttpRequest request, byte[] body)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)) throw BadFormException.WrongType("application/json");
        if (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new BadFormException("unsupported-charset", StatusCodes.Status415UnsupportedMediaType);
        if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return FormFields(Encoding.UTF8.GetString(body)).Deserialize<T>(Wire.Form)!;
        if (!type.IsSubsetOf(new MediaTypeHeaderValue("application/json"))) throw BadFormException.WrongType("application/json");
        T form = JsonSerializer.Deserialize<T>(body, Wire.Json) ?? throw new JsonException();
        using JsonDocument json = JsonDocument.Parse(body);
        return Gap(json.RootElement) is { } path ? throw new JsonException(null, "$" + path, null, null) : form;
    }

    // The path of the first null in a list: no list of ours has lines that may be missing, and whoever reads one counts on it.
    private static string? Gap(JsonElement value, bool inList = false)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return value.EnumerateObject().Select(p => Gap(p.Value) is { } inner ? $".{p.Name}{inner}" : null).FirstOrDefault(gap => gap is not null);
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select((line, i) => Gap(line, inList: true) is { } inner ? $"[{i}]{inner}" : null).FirstOrDefault(gap => gap is not null);
        return inList && value.ValueKind == JsonValueKind.Null ? "" : null;
    }

    // An empty field of a form is one that was not filled in.
    private static JsonObject FormFields(string body)
    {
        JsonObject fields = [];
        foreach (string pair in body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string name = Decode(equals < 0 ? pair : pair[..equals]);
            string value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            if (value.Length > 0) fields[name] = value;
        }

        return fields;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
