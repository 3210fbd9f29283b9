package locale

// longMonths holds three hexadecimal digits for each year from 1300 to 1600 AH:
// bit m-1 is set where month m has 30 days, else it has 29. The lengths are
// those of the Umm al-Qura calendar as published by the King Abdulaziz City for
// Science and Technology, in the form in which Unicode ICU and the Java platform
// carry them (both agree on every month).
const longMonths = "" +
	"5552ab9372b657636cb55aaa95649e95d2ba5b53aab4ba9652e2ad56db5a" + // 1300
	"752f25e8ad16a56ab56b4da9b92b2564ba9b35a6d95d4da5d4aa95536975" + // 1320
	"2f46e96d46a953525d4bd9ba3b4b69b2aa554ada5d2da6d9eaae94d2ac56" + // 1340
	"4aea6d56ad55d4aa9352ba5b53a6b5ea9d52d29a554ad56daea6e4ed1da2" + // 1360
	"aaa95a2da5b9bb27646c95552ab4dbaba5b4da9d52aa592d26d8ed2daad5" + // 1380
	"aa5a4b4979372b6975d69d52c9592b25b4db9d55d2da5d4aa9554daad3aa" + // 1400
	"bd2bc4b89a9552d5adb6a6d4dc9d92aa69562ae56d36ab55aaa94d49d95d" + // 1420
	"2ba5b55aad55a9a92e26e55dada6d46a5b27a4d4ad56db5a754f49e92d26" + // 1440
	"a563566b5baab92b2568ba9b55aada5b4da9b52a9a536276575af26d46a9" + // 1460
	"5552ad4bd9ba574b69b52a9552da5d4daad96b2e95e2ac9692eaad56ad65" + // 1480
	"d4ad1562bc5b53a6b5db2d64d29a554ad96daea6e8ed1da4d4aa6a2da5b9" + // 1500
	"b72b686d16554ab95b2ba5b5da9d52ca694e46e95d4daad5aaaa4d49b937" + // 1520
	"4b6975d6ad52aa594b2ab55bad95d2dc5d92b25555ab55b4ba97a2745593" + // 1540
	"aab4d69d65d2ba5b4aa954ad15d2dd9da5b45a952d25b8b717656db6aaca" + // 1560
	"a9652b15b2bb5b6daab94d46a8d52da9d55a755749f13e4aa965566b5baa" + // 1580
	"b94" // 1600
