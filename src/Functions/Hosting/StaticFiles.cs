using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace NtmServerless.Functions.Hosting;

/// <summary>Scripts, styles and pictures of the pages.</summary>
public sealed class StaticFiles
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    // Only what was there at the start is served: a path from outside never reaches the file system.
    private static readonly Dictionary<string, string> Files = Directory.Exists(StaticAssets.Root)
        ? Directory.EnumerateFiles(StaticAssets.Root, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(StaticAssets.Root, f).Replace('\\', '/'), StringComparer.Ordinal)
        : [];

    [Function(nameof(GetStaticFile))]
    [Public]
    public IResult GetStaticFile([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "tai-nguyen/{*path}")] HttpRequest request, string? path)
    {
        if (path is null || !Files.TryGetValue(path, out string? file)) throw new RecordMissingException("page");
        IHeaderDictionary headers = request.HttpContext.Response.Headers;
        headers.CacheControl = request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
        // The service worker stands in this folder and looks after the pages outside it.
        headers["Service-Worker-Allowed"] = "/";
        DateTimeOffset written = File.GetLastWriteTimeUtc(file);
        return Results.File(file, Types.TryGetContentType(file, out string? type) ? type : "application/octet-stream", lastModified: written,
            entityTag: new EntityTagHeaderValue($"\"{written.ToUnixTimeSeconds():x}\""));
    }
}
