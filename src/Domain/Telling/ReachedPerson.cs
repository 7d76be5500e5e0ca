namespace NtmServerless.Domain.Telling;

/// <summary>One person whom a notice is about, and whether it reached them.</summary>
/// <param name="Words">What came back, where a message failed.</param>
/// <param name="Mark">Who told the person, where somebody did.</param>
public sealed record ReachedPerson(Registration Person, Reach By, string? Words = null, ToldMark? Mark = null)
{
    public bool IsReached => By is Reach.Told or Reach.Messaged;

    /// <summary>Nobody told the person, and no message that will do is on its way: somebody has to.</summary>
    public bool IsLeft => By is Reach.Retried or Reach.Failed or Reach.NoPhone or Reach.NoMessage;
}
