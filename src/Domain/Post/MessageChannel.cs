namespace NtmServerless.Domain.Post;

/// <summary>How a message leaves the house.</summary>
public enum MessageChannel
{
    Email,
    Webhook,
}
