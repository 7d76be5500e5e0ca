namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Knows what people write into a cell to say that nothing belongs there.</summary>
internal static class NoneWords
{
    public static bool Is(string text) =>
        Folding.Fold(text) is "" or "x" or "k" or "ko" or "0" or "khong" or "khong co" or "ko co" or "k co" or "chua co" or "khong ro";
}
