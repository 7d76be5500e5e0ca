using System.Reflection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace NtmServerless.Functions.Tests.SystemStatus;

/// <summary>Every message of the log has an id of its own, in the block of its area, so that an operator can filter by it.</summary>
public sealed class LogMessageTests
{
    /// <summary>First and last id of each class of messages; see docs/operator/status-and-log.md.</summary>
    private static readonly Dictionary<string, (int First, int Last)[]> Blocks = new(StringComparer.Ordinal)
    {
        ["RequestLog"] = [(100, 189)],
        ["HomeLog"] = [(190, 199)],
        ["WorkflowLog"] = [(200, 209), (300, 309)],
        ["ClassLog"] = [(210, 219)],
        ["ReportLog"] = [(220, 229)],
        ["TourLog"] = [(230, 239)],
        ["PostLog"] = [(310, 319)],
        ["AccessLog"] = [(400, 409)],
        ["AccountLog"] = [(410, 429)],
        ["StorageLog"] = [(500, 599)],
        ["RetentionLog"] = [(600, 699)],
        ["StartLog"] = [(700, 709)],
        ["StatusLog"] = [(710, 719)],
        ["PracticeLog"] = [(720, 729)],
    };

    private static readonly (MethodInfo Method, LoggerMessageAttribute Message)[] All =
    [
        .. from assembly in (Assembly[])[typeof(Problems).Assembly, typeof(RecordsStorage).Assembly]
           from type in assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           let message = method.GetCustomAttribute<LoggerMessageAttribute>()
           where message is not null
           select (method, message),
    ];

    [Fact]
    public void Message_OfTheLog_HasAnIdAndATextOfItsOwn()
    {
        Assert.True(All.Length >= 30, $"{All.Length} messages");
        Assert.Empty(All.GroupBy(m => m.Message.EventId).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(All.GroupBy(m => m.Message.Message).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Message_OfTheLog_StandsInTheBlockOfItsArea() => Assert.All(All, m =>
    {
        string type = m.Method.DeclaringType!.Name;
        Assert.True(Blocks.ContainsKey(type), $"{type} has no block.");
        Assert.Contains(Blocks[type], b => m.Message.EventId >= b.First && m.Message.EventId <= b.Last);
    });

    /// <summary>What a parameter is called says what goes into it: no names, numbers, addresses, keys of people.</summary>
    [Fact]
    public void Message_OfTheLog_TakesNothingThatNamesAPerson() => Assert.All(All, m => Assert.DoesNotContain(
        m.Method.GetParameters().Select(p => p.Name!.ToLowerInvariant()), p => p is "name" or "username" or "fullname" or "phone" or "email" or "address" or "password" or "key" or "code" && m.Method.Name != "Failed" && m.Method.Name != "PutOff"));
}
