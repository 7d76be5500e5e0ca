namespace NtmServerless.Domain.Telling;

/// <summary>Whom officers told of one notice, by registration code. Who is ticked off already keeps the first mark.</summary>
public sealed record TellingSheet(string NoticeId, [property: Personal(PersonalDatum.Trace)] IReadOnlyDictionary<string, ToldMark> Marks)
{
    public static TellingSheet Empty(string noticeId) => new(noticeId, new Dictionary<string, ToldMark>());

    public TellingSheet With(IEnumerable<string> codes, ToldMark mark)
    {
        Dictionary<string, ToldMark> marks = new(Marks, StringComparer.Ordinal);
        foreach (string code in codes) marks.TryAdd(code, mark);
        return this with { Marks = marks };
    }

    /// <summary>Takes marks away that were set by mistake.</summary>
    public TellingSheet Without(IEnumerable<string> codes)
    {
        Dictionary<string, ToldMark> marks = new(Marks, StringComparer.Ordinal);
        foreach (string code in codes) marks.Remove(code);
        return this with { Marks = marks };
    }
}
