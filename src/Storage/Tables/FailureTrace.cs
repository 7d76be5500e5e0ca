using System.Diagnostics;
using System.Text;
using Azure;

namespace NtmServerless.Storage.Tables;

/// <summary>
/// What may be logged of an exception: its types, where it came from, the storage's own code. Not its message: that repeats
/// what could not be read, and may so name somebody. Of a damaged record it says which row it is.
/// </summary>
public static class FailureTrace
{
    public static string Of(Exception exception)
    {
        StringBuilder trace = new();
        for (Exception? e = exception; e is not null; e = e is AggregateException many ? many.InnerExceptions.FirstOrDefault() : e.InnerException)
        {
            if (trace.Length > 0) trace.AppendLine().Append(" <- ");
            trace.Append(e.GetType().FullName);
            if (e is RequestFailedException refused) trace.Append(' ').Append(refused.Status).Append(' ').Append(refused.ErrorCode);
            if (e is RecordDamagedException { Damage: var row }) trace.Append(' ').Append(row.Table).Append('/').Append(row.Partition).Append('/').Append(row.Row).Append(' ').Append(row.Kind);
            if (e.StackTrace is not null) trace.AppendLine().Append(new StackTrace(e, fNeedFileInfo: true).ToString().TrimEnd());
        }

        return trace.ToString();
    }
}
