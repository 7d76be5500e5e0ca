using System.Text.Json.Serialization;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <param name="Id">Its number.</param>
/// <param name="Name">The activity.</param>
/// <param name="Input">Its arguments as the worker wrote them: an array of one.</param>
internal sealed record ActivityScheduled(int Id, string Name, string? Input) : Decision(Id)
{
    /// <summary>
    /// An activity called with this tag ("true") has its result recorded before anything follows from it. On Azure every
    /// result is, and the tag says nothing.
    /// </summary>
    public const string DurableResult = "durable-result";

    /// <summary>Its result is to be recorded before anything follows from it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDurable { get; init; }

    [JsonIgnore]
    public override string Text => $"activity {Name} (#{Id})";
}
