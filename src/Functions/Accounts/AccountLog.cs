using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Accounts;

/// <summary>What is logged of accounts, sign-ins and keys (events 410 to 429). Ids, which are hashes; no name, no password, no key.</summary>
internal static partial class AccountLog
{
    [LoggerMessage(EventId = 410, Level = LogLevel.Warning, Message = "A sign-in to account {AccountId} was refused")]
    public static partial void SignInRefused(ILogger log, string accountId);

    [LoggerMessage(EventId = 411, Level = LogLevel.Warning, Message = "Account {AccountId} is closed until {Until} to who tried wrong passwords")]
    public static partial void AccountClosed(ILogger log, string accountId, DateTimeOffset until);

    [LoggerMessage(EventId = 412, Level = LogLevel.Warning, Message = "{Count} sign-ins under names that nobody has were refused since the last of these lines")]
    public static partial void UnknownNames(ILogger log, int count);

    [LoggerMessage(EventId = 413, Level = LogLevel.Warning, Message = "A wrong code for the first administrator was refused")]
    public static partial void FirstCodeRefused(ILogger log);

    [LoggerMessage(EventId = 414, Level = LogLevel.Warning, Message = "The office could not be told that account {AccountId} was closed; it stands in the audit trail: {Trace}")]
    public static partial void NotTold(ILogger log, string accountId, string trace);

    [LoggerMessage(EventId = 415, Level = LogLevel.Information, Message = "The first administrator's account {AccountId} was made")]
    public static partial void FirstMade(ILogger log, string accountId);

    [LoggerMessage(EventId = 416, Level = LogLevel.Information, Message = "Account {AccountId}: {What}")]
    public static partial void Changed(ILogger log, string accountId, string what);

    [LoggerMessage(EventId = 417, Level = LogLevel.Information, Message = "A link to choose another password of account {AccountId} was sent to {Count} addresses")]
    public static partial void LinkSent(ILogger log, string accountId, int count);

    [LoggerMessage(EventId = 418, Level = LogLevel.Warning, Message = "A link to choose another password could not be sent for account {AccountId}: {Outcome}")]
    public static partial void LinkNotSent(ILogger log, string accountId, string outcome);

    [LoggerMessage(EventId = 419, Level = LogLevel.Warning, Message = "A link to choose another password was refused: it is none, was used or is too old")]
    public static partial void LinkRefused(ILogger log);

    [LoggerMessage(EventId = 420, Level = LogLevel.Information, Message = "Key {KeyId} was made for role {Role} of unit {UnitId}")]
    public static partial void KeyMade(ILogger log, string keyId, Role role, string unitId);

    [LoggerMessage(EventId = 421, Level = LogLevel.Information, Message = "Key {KeyId} was revoked")]
    public static partial void KeyRevoked(ILogger log, string keyId);
}
