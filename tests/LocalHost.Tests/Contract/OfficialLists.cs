using System.Text.RegularExpressions;

namespace NtmServerless.LocalHost.Tests.Contract;

/// <summary>The checked-in lists of what the official packages declare: every *.txt in the folder official.</summary>
internal static partial class OfficialLists
{
    public static string Folder =>
        Path.Combine(Testing.AzuriteServer.RepositoryRoot(), "tests", "LocalHost.Tests", "Contract", "official");

    public static IEnumerable<SurfaceType> Read() =>
        Directory.EnumerateFiles(Folder, "*.txt").SelectMany(path => Parse(File.ReadLines(path)))
            .GroupBy(type => type.Key).Select(Merge);

    /// <summary>Reads lines: <c>namespace N</c>, two spaces before a type or its attributes, four before a member.</summary>
    public static IEnumerable<SurfaceType> Parse(IEnumerable<string> lines)
    {
        string @namespace = "", attributes = "";
        SurfaceType? open = null;
        foreach (string line in lines)
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
            {
                @namespace = line["namespace ".Length..].Trim();
            }
            else if (line.StartsWith("    ", StringComparison.Ordinal))
            {
                string[] members = open!.Line.Contains(" enum ", StringComparison.Ordinal) ? line.Trim().Split(", ") : [line.Trim()];
                open = open with { Members = [.. open.Members, .. members] };
            }
            else if (line.StartsWith("  [", StringComparison.Ordinal))
            {
                attributes += line.Trim() + " ";
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                if (open is not null)
                    yield return open;
                open = new SurfaceType(@namespace, attributes + line.Trim(), []);
                attributes = "";
            }
        }

        if (open is not null)
            yield return open;
    }

    /// <summary>
    /// The form in which both sides are compared: no nullability of reference types, attribute arguments and base types
    /// in a fixed order.
    /// </summary>
    public static string Normalise(string line)
    {
        string plain = QuestionMark().Replace(line, mark => TypeText.ValueTypes.ContainsKey(mark.Groups[1].Value) ? mark.Value : mark.Groups[1].Value);
        plain = AttributeArguments().Replace(plain, usage =>
            $"({usage.Groups[1].Value}{string.Concat(usage.Groups[2].Value.Split(", ").Order(StringComparer.Ordinal).Select(a => a.Length == 0 ? "" : ", " + a))})]");
        string[] halves = plain.Split(" : ");
        return halves.Length == 2 ? $"{halves[0]} : {string.Join(", ", SplitTypes(halves[1]).Order(StringComparer.Ordinal))}" : plain;
    }

    // Official static classes of one name come from several packages; LocalHost has one class for them.
    private static SurfaceType Merge(IGrouping<string, SurfaceType> same) =>
        same.First() with { Members = [.. same.SelectMany(type => type.Members).Distinct()] };

    private static List<string> SplitTypes(string types)
    {
        List<string> split = [];
        int depth = 0, start = 0;
        for (int i = 0; i < types.Length; i++)
        {
            depth += types[i] == '<' ? 1 : types[i] == '>' ? -1 : 0;
            if (depth > 0 || types[i] != ',')
                continue;
            split.Add(types[start..i].Trim());
            start = i + 1;
        }

        split.Add(types[start..].Trim());
        return split;
    }

    [GeneratedRegex(@"([\w>\]]+)\?")]
    private static partial Regex QuestionMark();

    [GeneratedRegex(@"\((\(AttributeTargets\)\d+)(?:, )?([^)]*)\)\]")]
    private static partial Regex AttributeArguments();
}
