using System.Security.Cryptography;

namespace NtmServerless.LocalHost.Admin;

/// <summary>
/// The secret of one start, by which the app asks this host to move a practice clock on. It opens nothing else under /admin, is written
/// nowhere, and reaches the app in its environment only; where the clock is the real one the app gets none.
/// </summary>
internal sealed class ClockKey
{
    private const int Bytes = 32;

    /// <summary>Name of the app's setting.</summary>
    public const string Setting = "PracticeClockKey";

    public string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
}
