using System.Text.Json;

namespace NtmServerless.Domain.Plans.Import;

/// <summary>Paths as people write them: <c>$.streams[1].title</c>, and <c>$["odd name"]</c> where dots would mislead.</summary>
internal static class JsonPath
{
    public static string Field(string path, string name)
    {
        if (name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '$'))
            return $"{path}.{Cut(name)}";
        return $"{path}[\"{JsonEncodedText.Encode(Cut(name), PlanJson.Options.Encoder)}\"]";
    }

    public static string Item(string path, int index) => $"{path}[{index}]";

    private static string Cut(string name)
    {
        if (name.Length <= PlanLimits.ShownCharacters)
            return name;
        int end = char.IsHighSurrogate(name[PlanLimits.ShownCharacters - 1]) ? PlanLimits.ShownCharacters - 1 : PlanLimits.ShownCharacters;
        return name[..end] + "…";
    }
}
