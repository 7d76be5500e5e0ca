namespace NtmServerless.Domain.People;

/// <summary>The name of a village apart from what kind of place it is: "Thôn Nà Pài", "bản Nà Pài", "T. Nà Pài" and "Nà Pài" are one.</summary>
public static class VillageName
{
    // Folded; the longer one first where one begins another.
    private static readonly string[] Kinds =
    [
        "to dan pho ", "khoi pho ", "khu pho ", "tieu khu ", "khu dan cu ", "thon ", "ban ", "xom ", "khoi ", "khu ", "to ", "ap ", "lang ", "buon ",
        "tdp ", "kdc ", "kp ", "tk ", "t ", "b ", "x ", "k ",
    ];

    /// <summary>What two spellings of one village share; within a commune.</summary>
    public static string Folded(string village)
    {
        string folded = Folding.Fold(village);
        while (Kinds.FirstOrDefault(k => folded.StartsWith(k, StringComparison.Ordinal)) is { } kind) folded = folded[kind.Length..];
        return folded;
    }
}
