using System.Text.RegularExpressions;

namespace NtmServerless.LocalHost.Tests.Contract;

/// <summary>One type of a public surface: its own line (attributes before it) and its members, one line each.</summary>
internal sealed partial record SurfaceType(string Namespace, string Line, IReadOnlyList<string> Members)
{
    private static readonly string[] _compilerGenerated =
        ["EqualityContract", "Equals(", "GetHashCode(", "op_Equality(", "op_Inequality(", "PrintMembers(", "ToString(", "Deconstruct("];

    /// <summary>What identifies the type: namespace, name and number of type parameters.</summary>
    public string Key
    {
        get
        {
            Match name = Declared().Match(Line);
            int parameters = name.Groups[2].Success ? name.Groups[2].Value.Split(',').Length : 0;
            return $"{Namespace}.{name.Groups[1].Value}`{parameters}";
        }
    }

    /// <summary>Every line that must be the same on both sides. What the compiler writes into records and structs does not count.</summary>
    public IEnumerable<string> Comparable(Func<string, string> normalise)
    {
        bool generated = Line.Contains("public record ", StringComparison.Ordinal)
            || Line.Contains(" record ", StringComparison.Ordinal)
            || Line.Contains("public struct ", StringComparison.Ordinal);
        string name = Key.Split('.')[^1].Split('`')[0];
        return Members
            .Where(member => !generated || !(_compilerGenerated.Any(g => member.Contains(g, StringComparison.Ordinal)
                || member.Contains(g.TrimEnd('(') + " {", StringComparison.Ordinal)) || member.StartsWith($"protected {name}({name} ", StringComparison.Ordinal)))
            .Select(normalise)
            .Prepend(normalise(Line));
    }

    [GeneratedRegex(@"(?:(?:class|record|struct|interface|enum) |delegate .+ )(\w+)(<[^>]*>)?(?: : |\(|$)")]
    private static partial Regex Declared();
}
