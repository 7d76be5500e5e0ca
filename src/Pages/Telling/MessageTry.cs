namespace NtmServerless.Pages.Telling;

/// <summary>What a message of one's own would be.</summary>
/// <param name="Text">As who has the longest name would get it.</param>
/// <param name="People">Whom it is for.</param>
/// <param name="ByPhone">Of them, those to whom a message goes.</param>
/// <param name="Units">Units that find it in their inbox.</param>
/// <param name="HasGateway">Whether messages leave the house at all.</param>
public sealed record MessageTry(string Text, int People, int ByPhone, int Units, bool HasGateway);
