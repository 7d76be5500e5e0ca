namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>Instance ids are partition keys, so they obey the rules of Table Storage.</summary>
internal static class InstanceId
{
    /// <summary>Table Storage takes keys of up to 1 KiB in UTF-16.</summary>
    private const int MaxLength = 512;

    /// <summary>Refuses an id that cannot be a key.</summary>
    /// <exception cref="ArgumentException">Empty, too long, or with one of / \ # ? or a control character.</exception>
    public static void Check(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (instanceId.Length > MaxLength || instanceId.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)))
            throw new ArgumentException(
                $"An instance id has at most {MaxLength} characters and none of / \\ # ? or control characters.", nameof(instanceId));
    }
}
