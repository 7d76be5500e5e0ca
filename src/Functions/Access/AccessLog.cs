using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Access;

/// <summary>What is logged of the door (events 400 to 409). Never a key, and not what was typed.</summary>
internal static partial class AccessLog
{
    [LoggerMessage(EventId = 400, Level = LogLevel.Warning, Message = "{Count} requests were refused since the last of these lines, the latest for the host {Asked}; a name of ours belongs into the setting " + KnownHosts.Setting)]
    public static partial void UnknownHost(ILogger log, int count, string asked);

    [LoggerMessage(EventId = 401, Level = LogLevel.Warning, Message = "{Function} was refused: role {Role} of unit {UnitId} is not let in")]
    public static partial void RoleRefused(ILogger log, string function, Role role, string unitId);

    [LoggerMessage(EventId = 402, Level = LogLevel.Warning, Message = "{Function} was refused: a key that nobody has, or that was revoked")]
    public static partial void KeyRefused(ILogger log, string function);
}
