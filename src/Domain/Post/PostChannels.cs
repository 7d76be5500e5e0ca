namespace NtmServerless.Domain.Post;

/// <summary>Which ways out of the house are set up.</summary>
public sealed record PostChannels(bool Email, bool Webhook)
{
    public static readonly PostChannels None = new(false, false);

    public bool Any => Email || Webhook;
}
