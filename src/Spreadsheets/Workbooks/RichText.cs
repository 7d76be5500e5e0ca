using System.Text;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>The runs of a text, put together.</summary>
internal sealed class RichText
{
    private const int Longest = 32_767;
    private const string NoWidth = "\u200B\u200C\u200D\u2060\uFEFF";
    private readonly StringBuilder _text = new();

    /// <summary>Takes what was just opened, where it is a run; its phonetic guide is passed over.</summary>
    public void Take(PartReader part)
    {
        if (part.Opened == "t") _text.Append(EscapedText.Decode(part.Text()));
        else if (part.Opened == "rPh") part.Text();
    }

    /// <summary>Of an element that was just opened.</summary>
    public static string Of(PartReader part)
    {
        RichText rich = new();
        foreach (PartReader inner in part.Inside()) rich.Take(inner);
        return Clean(rich.ToString());
    }

    /// <summary>Line breaks inside a cell are blanks to whoever reads a list, and what has no width is nothing.</summary>
    public static string Clean(string text)
    {
        string kept = text.Length > Longest ? text[..Longest] : text;
        if (kept.AsSpan().IndexOfAny(NoWidth) >= 0) kept = string.Concat(kept.Where(c => !NoWidth.Contains(c, StringComparison.Ordinal)));
        return kept.ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
    }

    public override string ToString() => _text.ToString();
}
