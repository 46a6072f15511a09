# A short message to the staff: it says neither what nor who. $place: where; $number: the number
sms-alert = [{ $place }] Something urgent waits for somebody to take it on: number { $number }. Please open the desk at once.
