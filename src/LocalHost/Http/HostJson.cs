using System.Text.Json;

namespace NtmServerless.LocalHost.Http;

/// <summary>The part of host.json that this host heeds.</summary>
internal sealed record HostJson(string RoutePrefix)
{
    /// <summary>Reads host.json of a folder; the official defaults when there is none.</summary>
    /// <exception cref="JsonException">The file is not JSON.</exception>
    public static HostJson Read(string folder)
    {
        string path = Path.Combine(folder, "host.json");
        if (!File.Exists(path))
            return new HostJson("api");
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        JsonElement at = document.RootElement;
        foreach (string name in (string[])["extensions", "http", "routePrefix"])
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                return new HostJson("api");
        }

        return new HostJson(at.GetString() ?? "api");
    }
}
