using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace NtmServerless.Domain.Plans.Import;

/// <summary>Turns bytes into a document whose every name can be read, or says at which line and column they fail.</summary>
internal static class JsonText
{
    public static JsonDocument? Parse(ReadOnlySpan<byte> utf8, ImportErrors errors)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(utf8))
        {
            errors.Add("$", "plan-encoding");
            return null;
        }

        try
        {
            CheckNames(utf8);
            return JsonDocument.Parse(utf8.ToArray(), new JsonDocumentOptions { MaxDepth = PlanLimits.Depth });
        }
        catch (JsonException malformed)
        {
            errors.Add(
                "$", "plan-json-malformed", ("line", (malformed.LineNumber ?? 0) + 1), ("column", (malformed.BytePositionInLine ?? 0) + 1));
            return null;
        }
    }

    // A name with half a surrogate pair parses but cannot be read back.
    private static void CheckNames(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = PlanLimits.Depth });
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                ReadOnlySpan<byte> before = utf8[..(int)reader.TokenStartIndex];
                throw new JsonException(null, null, before.Count((byte)'\n'), before.Length - 1 - before.LastIndexOf((byte)'\n'));
            }
        }
    }
}
