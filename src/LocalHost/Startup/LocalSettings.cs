using System.Text.Json;

namespace NtmServerless.LocalHost.Startup;

/// <summary>local.settings.json as the official tools read it: the flat strings under Values, with <c>__</c> for a section.</summary>
internal static class LocalSettings
{
    /// <exception cref="HostStartException">The file is not JSON, is encrypted, or a value is not a string.</exception>
    public static Dictionary<string, string?> Read(string folder)
    {
        Dictionary<string, string?> settings = new(StringComparer.OrdinalIgnoreCase);
        string path = Path.Combine(folder, "local.settings.json");
        if (!File.Exists(path))
            return settings;
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            JsonElement root = document.RootElement;
            if (root.TryGetProperty("IsEncrypted", out JsonElement encrypted) && encrypted.ValueKind != JsonValueKind.False)
                throw Wrong(path, "IsEncrypted phải là false");
            if (!root.TryGetProperty("Values", out JsonElement values))
                return settings;
            foreach (JsonProperty value in values.EnumerateObject())
            {
                settings[value.Name.Replace("__", ":", StringComparison.Ordinal)] = value.Value.ValueKind == JsonValueKind.String
                    ? value.Value.GetString()
                    : throw Wrong(path, $"giá trị của {value.Name} phải là chuỗi");
            }

            return settings;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw Wrong(path, unreadable.Message);
        }
    }

    private static HostStartException Wrong(string path, string why) => new(HostStartException.WrongUse, $"{path}: {why}.");
}
