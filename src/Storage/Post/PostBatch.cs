using Azure.Data.Tables;

namespace NtmServerless.Storage.Post;

/// <summary>What was posted together, and may hold messages that leave the house.</summary>
public sealed record PostBatch(PlanId PlanId, string Id);
