namespace NtmServerless.Documents.Writing;

/// <summary>Counts in running text, as offices write them: a zero before 1 to 9, so that no figure can be put in front.</summary>
internal static class WrittenNumber
{
    public static string Of(long count) => count is > 0 and < 10 ? $"0{count}" : Vietnamese.Number(count);
}
