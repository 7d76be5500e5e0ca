namespace NtmServerless.Documents.Heads;

/// <summary>
/// The lines of a signer in two parts: the capacity stands above the signature, a post in the government below it, above
/// the name. Decree 30/2020, appendix I, part II.7: TM. (for a body), KT. (in place of its head), TL. (by order), TUQ. (by
/// authority), Q. (acting) come first, then the post.
/// </summary>
internal sealed record Signing(IReadOnlyList<string> Capacity, IReadOnlyList<string> Posts, string Name)
{
    private static readonly string[] Authorities = ["TM.", "KT.", "TL.", "TUQ."];

    public static Signing Of(Signer? signer)
    {
        if (signer is null) return new Signing([], [], "");
        int above = signer.CapacityLines.TakeWhile(IsAuthority).Count() + 1;
        return new Signing([.. signer.CapacityLines.Take(above)], [.. signer.CapacityLines.Skip(above)], signer.Name);
    }

    private static bool IsAuthority(string line) => Authorities.Any(a => line.StartsWith(a, StringComparison.OrdinalIgnoreCase));
}
