namespace NtmServerless.Storage.Tables;

/// <summary>The record changed under the request again and again; the request may be repeated as it is.</summary>
public sealed class RecordBusyException(string id) : Exception($"Busy: {id}");
