using Azure.Data.Tables;

namespace NtmServerless.Storage.Post;

/// <summary>The row of a message: its state stands beside the record, so that lists can ask for one state.</summary>
internal static class MessageRows
{
    public const string State = "State";

    public static TableEntity Write(OutgoingMessage message)
    {
        TableEntity row = Row.Of(message.PlanId, PostKeys.Message(message.Id), message);
        row[State] = $"{message.State}";
        return row;
    }
}
